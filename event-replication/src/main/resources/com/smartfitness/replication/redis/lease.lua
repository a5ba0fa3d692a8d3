-- One instance relays: the one whose token is here. The time in which it may be taken from it is Redis' own; a clock
-- that was set back does not make it last.
local function milliseconds()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function take(lease, token, lasting)
  local held, now = redis.call('HMGET', lease, 'token', 'until'), milliseconds()
  local ends = tonumber(held[2] or 0)
  if held[1] and ends > now and ends <= now + lasting then
    return false
  end
  redis.call('HSET', lease, 'token', token, 'until', now + lasting)
  return true
end

-- Whoever comes back late and finds that nobody has taken the lease still has it.
local function holds(lease, token, lasting)
  local held, now = redis.call('HMGET', lease, 'token', 'until'), milliseconds()
  if held[1] ~= token then
    return false
  end
  if tonumber(held[2]) < now + lasting / 2 then
    redis.call('HSET', lease, 'until', now + lasting)
  end
  return true
end
