-- KEYS  replica    ARGV  generation, epoch and after of the last chunk, '' for none; its rows
if awaits(KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]) then
  redis.call('HSET', KEYS[1], 'epoch', ARGV[2], 'running', 0, 'complete', 1)
  redis.call('HDEL', KEYS[1], 'cursor')
  redis.call('HINCRBY', KEYS[1], 'applied', ARGV[4])
end
return progress(KEYS[1])
