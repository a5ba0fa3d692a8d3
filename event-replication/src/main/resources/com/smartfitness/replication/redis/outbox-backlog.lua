-- KEYS  the outbox of each kind
local backlog = {}
for i, outbox in ipairs(KEYS) do
  local oldest = redis.call('XRANGE', outbox, '-', '+', 'COUNT', 1)
  backlog[i] = {redis.call('XLEN', outbox), oldest}
end
return backlog
