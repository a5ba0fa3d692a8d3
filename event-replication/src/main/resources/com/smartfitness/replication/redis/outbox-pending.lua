-- KEYS  outbox    ARGV  entries at most
local ids = {}
for i, entry in ipairs(redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', ARGV[1])) do
  ids[i] = entry[2][4]
end
return ids
