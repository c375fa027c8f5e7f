/**
 * Everything is in one hash, so that a batch of any size is one HMGET and one HSET: it is the number of commands that
 * costs. Its fields: `d:` a day, `c:` a booking, `p:` and `s:` a person's and a sender's bookings, `a:` an answer.
 * Beside it a sorted set for each day has the codes of its bookings by the time at which they are due.
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
end`;

/** A booking is its end as a live one, its day's field and its record, a line each. */
export const load: string = `${shared}
local now, due = tonumber(ARGV[1]), ARGV[2]
at = 3
local days, owners, codes, answers = take(), take(), take(), take()
local wanted, asked, isNamed = {}, {}, {}
local function want(field, anyState)
  if asked[field] == nil then wanted[#wanted + 1] = field end
  asked[field] = asked[field] or anyState
end
local ownerValues = get(owners)
for i = 1, #owners do
  if ownerValues[i] then
    local codesOfOwner = cjson.decode(ownerValues[i])
    for j = 2, #codesOfOwner do want('c:' .. codesOfOwner[j], false) end
  end
end
for _, field in ipairs(codes) do want(field, true) end
for _, day in ipairs(days) do
  isNamed[day] = true
  for _, code in ipairs(redis.call('ZRANGEBYSCORE', records .. ':' .. day, '-inf', due)) do
    want('c:' .. code, true)
  end
end
local found = {}
local bookings = get(wanted)
for i = 1, #wanted do
  if bookings[i] then
    local liveUntil, day = string.match(bookings[i], '^(%d*)\\n([^\\n]*)\\n')
    if asked[wanted[i]] or (tonumber(liveUntil) or 0) > now then
      found[#found + 1] = bookings[i]
      if not isNamed[day] then
        isNamed[day] = true
        days[#days + 1] = day
      end
    end
  end
end
return { days, get(days), ownerValues, found, get(answers) }`;

/**
 * Writes if every field is what was seen, else says which is not. Whoever came too late on a day stands in its line,
 * and until the line is empty only its first may write: so nobody waits for more than those who were there before.
 * Who does not come back for a second leaves the line.
 */
export const save: string = `${shared}
local me = ARGV[1]
at = 2
local fields, expected, writes, indexed = take(), take(), take(), take()
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
for from = 1, #writes, 4000 do
  redis.call('HSET', records, unpack(writes, from, math.min(from + 3999, #writes)))
end
for i = 1, #indexed, 3 do redis.call('ZADD', records .. ':' .. indexed[i], indexed[i + 1], indexed[i + 2]) end
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
