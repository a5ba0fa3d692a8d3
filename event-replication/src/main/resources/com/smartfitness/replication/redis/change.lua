-- KEYS  source, kinds, inbox; state, ids, outbox and ends of each kind of aggregate; the author's own
-- ARGV  known epoch and position; inbox member or '', time in ms; how long the aggregates are kept in ms, 0 for good;
--       numbers of kinds and of events; the name of each kind; kind, id, type, event id, mandatory, time, trace and
--       data of each event; the author's own
local handled, now, kept, kinds, events = ARGV[3], ARGV[4], tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local first_event = 8 + kinds

local function from(list, first)
  local rest = {}
  for i = first, #list do
    rest[i - first + 1] = list[i]
  end
  return rest
end

if handled ~= '' and redis.call('ZSCORE', KEYS[3], handled) then
  return {'HANDLED'}
end

local answer = change(from(KEYS, 4 + 4 * kinds), from(ARGV, first_event + 8 * events))

if handled ~= '' then
  redis.call('ZADD', KEYS[3], now, handled)
end
if refusal then
  return {'REFUSED', refusal}
end

local epoch = settle(KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]))
local versions = {}
for i = 1, events do
  local at = first_event + 8 * (i - 1)
  local kind, id, type, event, mandatory, time, trace, data = unpack(ARGV, at, at + 7)
  local state = 4 + 4 * (kind - 1)
  local known = redis.call('HGET', KEYS[state], id)
  local version = known and tonumber(string.match(known, '^%d+')) + 1 or 1
  redis.call('HSET', KEYS[state], id, table.concat({version, type, time, data}, ' '))
  if not known then
    redis.call('ZADD', KEYS[state + 1], 0, id)
  end
  redis.call('XADD', KEYS[state + 2], '*', 'event', event, 'id', id, 'version', version, 'type', type,
    'mandatory', mandatory, 'time', time, 'trace', trace, 'data', data)
  redis.call('SADD', KEYS[2], ARGV[7 + kind])
  if kept > 0 then
    redis.call('ZADD', KEYS[state + 3], now + kept, id)
    -- More than come, so that none are left; few, so that no change takes long.
    for _, over in ipairs(redis.call('ZRANGEBYSCORE', KEYS[state + 3], '-inf', now, 'LIMIT', 0, 2)) do
      redis.call('HDEL', KEYS[state], over)
      redis.call('ZREM', KEYS[state + 1], over)
      redis.call('ZREM', KEYS[state + 3], over)
    end
  end
  versions[i] = version
end
local position = redis.call('HINCRBY', KEYS[1], 'position', 1)
return {'MADE', epoch, position, versions, answer}
