-- KEYS  lease, source, kinds, the outbox of each kind    ARGV  token, ms that the lease lasts, known epoch and position,
--       events of each kind at most; for each outbox the number of aggregates to pass over, and their ids
if not holds(KEYS[1], ARGV[1], tonumber(ARGV[2])) then
  return {'LOST'}
end
local epoch, position = settle(KEYS[2], tonumber(ARGV[3]), tonumber(ARGV[4]))
local limit = tonumber(ARGV[5])

-- However much waits behind aggregates that are passed over, others are kept waiting for a few milliseconds only.
local pages = 20
local function oldest(outbox, busy)
  local found, from = {}, '-'
  for _ = 1, pages do
    local page = redis.call('XRANGE', outbox, from, '+', 'COUNT', limit)
    for _, entry in ipairs(page) do
      from = '(' .. entry[1]
      local id = entry[2][4]
      if #found < limit and not busy[id] then
        found[#found + 1] = entry
      end
    end
    if #page < limit or #found == limit then
      return found
    end
  end
  return found
end

local found, at = {}, 6
for i = 4, #KEYS do
  local busy = {}
  for j = at + 1, at + tonumber(ARGV[at]) do
    busy[ARGV[j]] = true
  end
  at = at + 1 + tonumber(ARGV[at])
  found[i - 3] = oldest(KEYS[i], busy)
end
return {'HELD', epoch, position, redis.call('SMEMBERS', KEYS[3]), found}
