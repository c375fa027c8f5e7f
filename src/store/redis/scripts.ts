/**
 * Everything is in one hash, so that a batch of any size is one HMGET and one HSET: it is the number of commands that
 * costs. Its fields: `d:` a day, `c:` a booking, `p:` a person's and `s:` a sender's bookings with what is remembered
 * of the sender, `a:` an answer, `v` the version of all this. Beside it are sorted sets by which fields are found: the bookings of each day by the
 * time at which they are due and, `w:`, those that wait by their turns; `due` and `notices` of all days by time; `days`
 * by their names, `answers` by time.
 */
const shared = `
local records = KEYS[1]
local at = 1
local function take()
  local list, count = {}, tonumber(ARGV[at])
  for i = 1, count do list[i] = ARGV[at + i] end
  at = at + count + 1
  return list
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
end`;

/** The version of the data, which is the given one where there are none yet. */
export const version: string = `
redis.call('HSETNX', KEYS[1], 'v', ARGV[1])
return redis.call('HGET', KEYS[1], 'v')`;

/** A booking is its end as a live one, its day's field and its record, a line each. */
export const load: string = `${shared}
local now, due, waiters = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
at = 4
local named, whole, owners, codes, answers = take(), take(), take(), take(), take()
local days, isNamed, found, isFound, wanted, asked = {}, {}, {}, {}, {}, {}
local function name(day)
  if not isNamed[day] then days[#days + 1] = day end
  isNamed[day] = true
end
local function want(field, anyState)
  if asked[field] == nil then wanted[#wanted + 1] = field end
  asked[field] = asked[field] or anyState
end
local function find()
  local bookings = get(wanted)
  for i = 1, #wanted do
    if bookings[i] and not isFound[wanted[i]] then
      local liveUntil, day = string.match(bookings[i], '^(%d*)\\n([^\\n]*)\\n')
      if asked[wanted[i]] or (tonumber(liveUntil) or 0) > now then
        isFound[wanted[i]] = true
        found[#found + 1] = bookings[i]
        name(day)
      end
    end
  end
end
local ownerValues = get(owners)
for i = 1, #owners do
  if ownerValues[i] then
    local codesOfOwner = cjson.decode(string.match(ownerValues[i], '^[^\\n]*'))
    for j = 2, #codesOfOwner do want('c:' .. codesOfOwner[j], false) end
  end
end
for _, field in ipairs(codes) do want(field, true) end
for _, day in ipairs(named) do
  name(day)
  for _, code in ipairs(redis.call('ZRANGEBYSCORE', records .. ':' .. day, '-inf', due)) do
    want('c:' .. code, true)
  end
end
for _, day in ipairs(whole) do
  name(day)
  for _, code in ipairs(redis.call('ZRANGE', records .. ':' .. day, 0, -1)) do want('c:' .. code, true) end
end
find()
if waiters > 0 then
  wanted, asked = {}, {}
  for _, day in ipairs(days) do
    local waiting = redis.call('ZRANGE', records .. ':w' .. string.sub(day, 2), 0, waiters - 1)
    for _, code in ipairs(waiting) do want('c:' .. code, true) end
  end
  find()
end
return { days, get(days), ownerValues, found, get(answers) }`;

/**
 * Writes if every field is what was seen, else says which is not. Whoever came too late on a day stands in its line,
 * and until the line is empty only its first may write: so nobody waits for more than those who were there before.
 * Who does not come back for a second leaves the line.
 */
export const save: string = `${shared}
local me, messagesBefore = ARGV[1], ARGV[2]
at = 3
local noted = take()
local fields, expected, removed, writes, lost, forgotten = take(), take(), take(), take(), take(), take()
local function standIn(line)
  if not redis.call('LPOS', line, me) then redis.call('RPUSH', line, me) end
  redis.call('PEXPIRE', line, 60000)
  redis.call('SET', records .. ':waits:' .. me, '1', 'PX', 1000)
end
for _, field in ipairs(fields) do
  if string.sub(field, 1, 2) == 'd:' then
    local line = records .. ':line:' .. field
    local first = redis.call('LINDEX', line, 0)
    while first and first ~= me and redis.call('EXISTS', records .. ':waits:' .. first) == 0 do
      redis.call('LPOP', line)
      first = redis.call('LINDEX', line, 0)
    end
    if first and first ~= me then
      standIn(line)
      return field
    end
  end
end
local values = get(fields)
for i = 1, #fields do
  if (values[i] or '') ~= expected[i] then
    if string.sub(fields[i], 1, 2) == 'd:' then standIn(records .. ':line:' .. fields[i]) end
    return fields[i]
  end
end
if messagesBefore ~= '' then
  local before = '(' .. string.format('%.0f', tonumber(messagesBefore))
  local answers = redis.call('ZRANGEBYSCORE', records .. ':answers', '-inf', before)
  for _, field in ipairs(answers) do removed[#removed + 1] = field end
  send('ZREM', records .. ':answers', answers)
  local isNoted = {}
  for _, field in ipairs(noted) do isNoted[field] = true end
  for _, field in ipairs(redis.call('ZRANGEBYSCORE', records .. ':senders', '-inf', before)) do
    if not isNoted[field] then forgotten[#forgotten + 1] = field end
  end
end
send('ZREM', records .. ':senders', forgotten)
send('HDEL', records, removed)
send('HSET', records, writes)
while at <= #ARGV do
  local command, set = ARGV[at], ARGV[at + 1]
  at = at + 2
  send(command, records .. ':' .. set, take())
end
-- Those who lead to a booking no longer, or of whom nothing is remembered: nobody has to have named them.
local owners, goneOf, isForgotten = {}, {}, {}
local function owner(field)
  if not goneOf[field] then owners[#owners + 1] = field end
  goneOf[field] = goneOf[field] or {}
  return goneOf[field]
end
for i = 1, #lost, 2 do owner(lost[i])[lost[i + 1]] = true end
for _, field in ipairs(forgotten) do
  owner(field)
  isForgotten[field] = true
end
local ownerValues, changed, emptied = get(owners), {}, {}
for i, field in ipairs(owners) do
  if ownerValues[i] then
    local list, remembered = string.match(ownerValues[i], '^([^\\n]*)(.*)$')
    local codes = cjson.decode(list)
    local kept = { codes[1] + 1 }
    for j = 2, #codes do
      if not goneOf[field][codes[j]] then kept[#kept + 1] = codes[j] end
    end
    if isForgotten[field] then remembered = '' end
    if #kept == 1 and remembered == '' then
      emptied[#emptied + 1] = field
    else
      changed[#changed + 1] = field
      changed[#changed + 1] = cjson.encode(kept) .. remembered
    end
  end
end
send('HSET', records, changed)
send('HDEL', records, emptied)
for _, field in ipairs(fields) do
  if string.sub(field, 1, 2) == 'd:' then redis.call('LREM', records .. ':line:' .. field, 1, me) end
end
return false`;

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
