-- KEYS  replica    ARGV  source, aggregate, shape of the rows
-- Rows of another shape have to be brought again before the replica can be read.
if redis.call('HGET', KEYS[1], 'shape') ~= ARGV[3] then
  redis.call('HSET', KEYS[1], 'source', ARGV[1], 'aggregate', ARGV[2], 'shape', ARGV[3], 'running', 0, 'complete', 0)
end
return {'OPEN'}
