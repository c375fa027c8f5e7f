/**
 * Everything is in one hash, so that a batch of any size is one HMGET and one HSET: it is the number of commands that
 * costs. Beside it are sorted sets by which fields are found. The scripts are told all names and what lines come before
 * a record; `names.ts` and `values.ts` have the rules.
 *
 * The hash says which data these are (`g`), how many saves there were (`n`), and which sets have members (`set …`); a
 * set of processes says which save was the latest of each, of the last thousand. A process remembers the last save that it
 * saw and whose it was. If it was lost, nobody makes one under that name again: who made it knows of it and is refused.
 */
export const shared: string = `
local records = KEYS[1]
local at = 1
local function word()
  at = at + 1
  return ARGV[at - 1]
end
local generation, seen, writer, witness = word(), tonumber(word()), word(), word()
local writers = records .. ':writers'
local function fail(word)
  error(redis.error_reply(word .. ' data that were there'))
end
do
  local known = redis.call('HMGET', records, 'g', 'n')
  if known[1] ~= generation then fail('GONE') end
  if (tonumber(known[2]) or 0) < seen then fail('BACK') end
  if seen > 0 then
    local latest = redis.call('ZSCORE', writers, witness)
    if not latest and redis.call('ZCARD', writers) == 0 then fail('PART') end
    if not latest and redis.call('ZCARD', writers) >= 1000 then latest = seen end
    if (tonumber(latest) or 0) < seen then fail('BACK') end
  end
  seen = tonumber(known[2]) or 0
end
local function isThere(set)
  local kind = redis.call('TYPE', records .. ':' .. set).ok
  if kind ~= 'zset' and kind ~= 'none' then error(redis.error_reply('WRONGTYPE a key of others')) end
  return kind == 'zset'
end
local function take()
  local list, count = {}, tonumber(ARGV[at])
  for i = 1, count do list[i] = ARGV[at + i] end
  at = at + count + 1
  return list
end
-- Lists, each behind some words about it.
local function groups(words)
  local all = {}
  for i = 1, tonumber(word()) do
    all[i] = {}
    for j = 1, words do all[i][j] = word() end
    all[i].list = take()
  end
  return all
end
-- Lua's stack takes some thousand values.
local function get(fields)
  local values = {}
  for from = 1, #fields, 4000 do
    local part = redis.call('HMGET', records, unpack(fields, from, math.min(from + 3999, #fields)))
    for i = 1, #part do values[from + i - 1] = part[i] end
  end
  return values
end
local function send(command, key, list)
  for from = 1, #list, 4000 do
    redis.call(command, key, unpack(list, from, math.min(from + 3999, #list)))
  end
end
-- Of a set with nothing of what is asked for: that it is there, or has no members.
local function expectSet(set)
  if not isThere(set) and redis.call('HEXISTS', records, 'set ' .. set) == 1 then fail('PART') end
end`;

/**
 * The version of the data in a field, which is the given one where there are none yet or they are of version 1, whose
 * records are read as they are; their generation, and how many saves there were. Data without a generation are made, or given one, unless a known one is expected.
 */
export const open: string = `
local records = KEYS[1]
local field, version, fresh, expected = unpack(ARGV)
local known = redis.call('HMGET', records, field, 'g', 'n')
if known[1] and known[1] ~= version and known[1] ~= '1' then return { known[1] } end
local generation, saves = known[2] or fresh, tonumber(known[3]) or 0
if expected ~= '' and known[2] ~= expected then return redis.error_reply('GONE data that were there') end
local hasRecords = redis.call('EXISTS', records) == 1
local hasWriters = redis.call('EXISTS', records .. ':writers') == 1
local hasSets = hasWriters
for i = 5, #ARGV do
  hasSets = hasSets or redis.call('EXISTS', records .. ':' .. ARGV[i]) == 1
end
if hasSets and not hasRecords or saves > 0 and not hasWriters then
  return redis.error_reply('PART data that were there')
end
redis.call('HSET', records, field, version, 'g', generation)
return { version, generation, saves, redis.call('ZREVRANGE', records .. ':writers', 0, 0)[1] or '' }`;

/** One command on the hash, or on a set, which is named. */
export const ask: string = `${shared}
local command, set = word(), word()
if command == 'HMGET' then return get(take()) end
if set == '' then return redis.call(command, records, unpack(ARGV, at)) end
local members = redis.call(command, records .. ':' .. set, unpack(ARGV, at))
if #members == 0 then expectSet(set) end
return members`;

/** Names every home of which something is wanted or found, and reads it after all else; tells the time that it went by. */
export const load: string = `${shared}
local now = tonumber(word())
if not now then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
local kinds, layouts = {}, take()
for i = 1, #layouts, 3 do
  kinds[#kinds + 1] = { prefix = layouts[i], head = layouts[i + 1], isOwn = layouts[i + 2] == 'own', found = {} }
end
local listFields, lists, keys, ranges = take(), groups(2), groups(1), groups(6)
local homes, isNamed, isFound, wanted, kindOf, isLasting = {}, {}, {}, {}, {}, {}
local function name(home)
  if not isNamed[home] then homes[#homes + 1] = home end
  isNamed[home] = true
end
local function want(kind, field, lasting)
  if not kindOf[field] then
    wanted[#wanted + 1] = field
    kindOf[field] = kind
    if lasting then isLasting[field] = true end
  elseif not lasting then
    isLasting[field] = nil
  end
end
local function find()
  local values = get(wanted)
  for i, field in ipairs(wanted) do
    if values[i] and not isFound[field] then
      local kind = kindOf[field]
      local lasts, home = string.match(values[i], kind.head)
      if not isLasting[field] or (tonumber(lasts) or 0) > now then
        isFound[field] = true
        if kind.isOwn then
          name(field)
        else
          kind.found[#kind.found + 1] = values[i]
          if type(home) == 'string' then name(home) end
        end
      end
    end
  end
end
local function range(group, home)
  local kind, set, most, limit = kinds[tonumber(group[1])], records .. ':' .. group[2] .. home, group[4], group[5]
  if most == 'now' then most = now end
  local members = redis.call('ZRANGEBYSCORE', set, '-inf', most, 'LIMIT', 0, limit)
  if #members == 0 then expectSet(group[2] .. home) end
  for _, member in ipairs(members) do want(kind, kind.prefix .. member) end
end
local beside = #listFields
for _, group in ipairs(lists) do
  for _, field in ipairs(group.list) do listFields[#listFields + 1] = field end
end
local listValues, from = get(listFields), beside
for _, group in ipairs(lists) do
  local kind, lasting = kinds[tonumber(group[1])], group[2] == 'lasting'
  for i = from + 1, from + #group.list do
    if listValues[i] then
      local members = cjson.decode(string.match(listValues[i], '^[^\\n]*'))
      for j = 2, #members do want(kind, kind.prefix .. members[j], lasting) end
    end
  end
  from = from + #group.list
end
for _, group in ipairs(keys) do
  local kind = kinds[tonumber(group[1])]
  for _, field in ipairs(group.list) do
    if kind.isOwn then name(field) else want(kind, field) end
  end
end
for _, group in ipairs(ranges) do
  for _, home in ipairs(group.list) do
    name(group[3] .. home)
    range(group, home)
  end
end
find()
wanted, kindOf, isLasting = {}, {}, {}
for _, group in ipairs(ranges) do
  local prefix = group[3]
  for i = 1, group[6] == 'every' and #homes or 0 do
    if string.sub(homes[i], 1, #prefix) == prefix then range(group, string.sub(homes[i], #prefix + 1)) end
  end
end
find()
local found = {}
for i, kind in ipairs(kinds) do found[i] = kind.found end
return { seen, redis.call('ZREVRANGE', writers, 0, 0)[1] or '', homes, get(homes), listValues, found, now }`;

/** How many stand before me in the line of a field; while I ask I keep my place. */
export const wait: string = `
local line, alive = KEYS[1] .. ':line:' .. ARGV[2], KEYS[1] .. ':waits:'
redis.call('SET', alive .. ARGV[1], '1', 'PX', 1000)
local first = redis.call('LINDEX', line, 0)
while first and redis.call('EXISTS', alive .. first) == 0 do
  redis.call('LPOP', line)
  first = redis.call('LINDEX', line, 0)
end
return redis.call('LPOS', line, ARGV[1]) or 0`;
