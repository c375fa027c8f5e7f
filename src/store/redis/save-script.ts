import { shared } from "./scripts.js";

/**
 * Writes if every field is what was seen, else says which is not, and how many saves there were. Whoever came too late on a home stands in its line,
 * and until the line is empty only its first may write: so nobody waits for more than those who were there before.
 * Who does not come back for a second leaves the line.
 */
export const save: string = `${shared}
local me, homes = word(), tonumber(word())
local fields, expected, removed, writes, lost, forgotten, aged = take(), take(), take(), take(), take(), take(), groups(4)
local function standIn(line)
  if not redis.call('LPOS', line, me) then redis.call('RPUSH', line, me) end
  redis.call('PEXPIRE', line, 60000)
  redis.call('SET', records .. ':waits:' .. me, '1', 'PX', 1000)
end
for i = 1, homes do
  local line = records .. ':line:' .. fields[i]
  local first = redis.call('LINDEX', line, 0)
  while first and first ~= me and redis.call('EXISTS', records .. ':waits:' .. first) == 0 do
    redis.call('LPOP', line)
    first = redis.call('LINDEX', line, 0)
  end
  if first and first ~= me then
    standIn(line)
    return { fields[i], seen }
  end
end
local values = get(fields)
for i = 1, #fields do
  if (values[i] or '') ~= expected[i] then
    if i <= homes then standIn(records .. ':line:' .. fields[i]) end
    return { fields[i], seen }
  end
end
local sets, marks, isMarked = {}, {}, {}
local function touch(set)
  if not isMarked[set] then marks[#marks + 1] = 'set ' .. set end
  isMarked[set] = true
end
while at <= #ARGV do
  sets[#sets + 1] = { word(), word(), take() }
  touch(sets[#sets][2])
end
for _, group in ipairs(aged) do
  touch(group[2])
  if group[3] ~= '' then touch(group[3]) end
end
local marked = get(marks)
for i, mark in ipairs(marks) do
  if not isThere(string.sub(mark, 5)) and marked[i] then fail('PART') end
end
if seen > 0 and not isThere('writers') then fail('PART') end
for _, group in ipairs(aged) do
  local before, ages, homesOfKind, what = unpack(group)
  local stays, old = {}, {}
  for _, field in ipairs(group.list) do stays[field] = true end
  for _, field in ipairs(redis.call('ZRANGEBYSCORE', records .. ':' .. ages, '-inf', before)) do
    if not stays[field] then old[#old + 1] = field end
  end
  sets[#sets + 1] = { 'ZREM', ages, old }
  if homesOfKind ~= '' then sets[#sets + 1] = { 'ZREM', homesOfKind, old } end
  local list = what == 'beside' and forgotten or removed
  for _, field in ipairs(old) do list[#list + 1] = field end
end
-- Lists that lead to a record no longer, or have none beside them: nobody has to have wanted them.
local lists, goneOf, isForgotten = {}, {}, {}
local function membersGone(field)
  if not goneOf[field] then lists[#lists + 1] = field end
  goneOf[field] = goneOf[field] or {}
  return goneOf[field]
end
for i = 1, #lost, 2 do membersGone(lost[i])[lost[i + 1]] = true end
for _, field in ipairs(forgotten) do
  membersGone(field)
  isForgotten[field] = true
end
local listValues, written, changed, emptied = get(lists), {}, {}, {}
for i = 1, #writes, 2 do written[writes[i]] = writes[i + 1] end
for i, field in ipairs(lists) do
  local value = written[field] or listValues[i]
  if value then
    local list, beside = string.match(value, '^([^\\n]*)(.*)$')
    local members = cjson.decode(list)
    local kept = { members[1] + 1 }
    for j = 2, #members do
      if not goneOf[field][members[j]] then kept[#kept + 1] = members[j] end
    end
    if isForgotten[field] then beside = '' end
    if #kept == 1 and beside == '' then
      emptied[#emptied + 1] = field
    else
      changed[#changed + 1] = field
      changed[#changed + 1] = cjson.encode(kept) .. beside
    end
  end
end
-- All that may be found wrong was found by now: what is written is written whole.
local saves = redis.call('HINCRBY', records, 'n', 1)
if redis.call('ZADD', writers, saves, writer) == 1 then redis.call('ZREMRANGEBYRANK', writers, 0, -1001) end
send('HDEL', records, removed)
send('HSET', records, writes)
for _, one in ipairs(sets) do send(one[1], records .. ':' .. one[2], one[3]) end
local begun, ended = {}, {}
for i, mark in ipairs(marks) do
  local has = isThere(string.sub(mark, 5))
  if has and not marked[i] then
    begun[#begun + 1] = mark
    begun[#begun + 1] = '1'
  end
  if marked[i] and not has then ended[#ended + 1] = mark end
end
send('HSET', records, begun)
send('HDEL', records, ended)
send('HSET', records, changed)
send('HDEL', records, emptied)
for i = 1, homes do redis.call('LREM', records .. ':line:' .. fields[i], 1, me) end
return { false, saves }`;
