-- KEYS  lease    ARGV  token, ms that it lasts
return {take(KEYS[1], ARGV[1], tonumber(ARGV[2])) and 'HELD' or 'LOST'}
