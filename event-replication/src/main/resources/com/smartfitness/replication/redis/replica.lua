-- A replica is a hash of its progress, one of its rows by id, one of their versions by id, each written
-- '<epoch>.<counter> <generation> <1 if there is a row> <hash of the source's state> <SHA-1 of the row>', and a sorted
-- set of the ids, for stretches of them. Hashes are text, because Lua's numbers are too short.
local function progress(replica)
  return redis.call('HMGET', replica, 'epoch', 'generation', 'running', 'complete', 'cursor', 'applied', 'reason')
end

local function version(text)
  local epoch, counter, generation, present, hash, sum = string.match(text, '^(%d+)%.(%d+) (%d+) (%d) ?(%-?%d*) ?(%x*)$')
  return tonumber(epoch), tonumber(counter), tonumber(generation), present == '1', hash, sum
end

local function written(epoch, counter, generation, present, hash, sum)
  return string.format('%d.%d %d %d %s %s', epoch, counter, generation, present and 1 or 0, hash, sum)
end

local function open(replica, versions, rows, ids)
  local stored = redis.call('HMGET', replica, 'epoch', 'generation')
  return {versions = versions, rows = rows, ids = ids, epoch = tonumber(stored[1] or 0), generation = tonumber(stored[2] or 0)}
end

-- A change takes effect if it is newer than what is known, or as new where that counts too; and not if it is of an epoch
-- that the source has left. What producers outside say has version 0.0.
local function apply(replica, too, id, epoch, counter, hash, row)
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
  local present = row ~= ''
  local sum = present and redis.sha1hex(row) or ''
  redis.call('HSET', versions, id, written(epoch, counter, replica.generation, present, hash, sum))
  redis.call('ZADD', replica.ids, 0, id)
  if present then
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
