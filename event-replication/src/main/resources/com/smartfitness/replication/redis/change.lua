-- KEYS  source, kinds, inbox; state, ids and outbox of each kind of aggregate; the author's own
-- ARGV  known epoch and position; inbox member or '', time in ms; numbers of kinds and of events;
--       the name of each kind; kind, id, type, event id, mandatory, time, trace and data of each event;
--       the author's own
local handled, kinds, events = ARGV[3], tonumber(ARGV[5]), tonumber(ARGV[6])
local first_event = 7 + kinds

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

local answer = change(from(KEYS, 4 + 3 * kinds), from(ARGV, first_event + 8 * events))

if handled ~= '' then
  redis.call('ZADD', KEYS[3], ARGV[4], handled)
end
if refusal then
  return {'REFUSED', refusal}
end

local epoch = settle(KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]))
local versions = {}
for i = 1, events do
  local at = first_event + 8 * (i - 1)
  local kind, id, type, event, mandatory, time, trace, data = unpack(ARGV, at, at + 7)
  local state = 4 + 3 * (kind - 1)
  local known = redis.call('HGET', KEYS[state], id)
  local version = known and tonumber(string.match(known, '^%d+')) + 1 or 1
  redis.call('HSET', KEYS[state], id, table.concat({version, type, time, data}, ' '))
  if not known then
    redis.call('ZADD', KEYS[state + 1], 0, id)
  end
  redis.call('XADD', KEYS[state + 2], '*', 'event', event, 'id', id, 'version', version, 'type', type,
    'mandatory', mandatory, 'time', time, 'trace', trace, 'data', data)
  redis.call('SADD', KEYS[2], ARGV[6 + kind])
  versions[i] = version
end
local position = redis.call('HINCRBY', KEYS[1], 'position', 1)
return {'MADE', epoch, position, versions, answer}
