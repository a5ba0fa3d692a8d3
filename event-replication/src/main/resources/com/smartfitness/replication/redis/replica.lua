-- A replica is a hash of its progress, one of its rows by id, and one of their versions by id, each written
-- '<epoch>.<counter> <generation> <1 if there is a row>'.
local function progress(replica)
  return redis.call('HMGET', replica, 'epoch', 'generation', 'running', 'complete', 'cursor', 'applied', 'reason')
end

local function version(text)
  local epoch, counter, generation, present = string.match(text, '^(%d+)%.(%d+) (%d+) (%d)$')
  return tonumber(epoch), tonumber(counter), tonumber(generation), present == '1'
end

local function open(replica, versions, rows)
  local stored = redis.call('HMGET', replica, 'epoch', 'generation')
  return {versions = versions, rows = rows, epoch = tonumber(stored[1] or 0), generation = tonumber(stored[2] or 0)}
end

-- A change takes effect if it is newer than what is known, or as new where that counts too; and not if it is of an epoch
-- that the source has left. What producers outside say has version 0.0.
local function apply(replica, too, id, epoch, counter, row)
  local versions, rows = replica.versions, replica.rows
  if epoch > 0 and epoch < replica.epoch then
    return 0
  end
  local known = redis.call('HGET', versions, id)
  if known then
    local known_epoch, known_counter = version(known)
    local older = known_epoch < epoch or (known_epoch == epoch and known_counter < counter)
    if not older and not (too and known_epoch == epoch and known_counter == counter) then
      return 0
    end
  end
  local present = row ~= '' and 1 or 0
  redis.call('HSET', versions, id, string.format('%d.%d %d %d', epoch, counter, replica.generation, present))
  if present == 1 then
    redis.call('HSET', rows, id, row)
  else
    redis.call('HDEL', rows, id)
  end
  return 1
end

local function awaits(replica, generation, epoch, after)
  local now = progress(replica)
  return now[3] == '1' and tonumber(now[2]) == generation and epoch >= tonumber(now[1] or 0)
    and (now[5] or '') == after
end
