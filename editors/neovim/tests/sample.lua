--- The texts that the tests share: one source in its folder, and drafts that cite it.
local M = {}

local operative = {
  '1. Urges States to keep the doors of registry offices open to migrants of every status;',
  '2. Encourages States to publish fees in languages that migrants read;',
}
for number = 3, 14 do
  operative[#operative + 1] = ('%d. Invites States to report on measure %d of the programme;'):format(number, number)
end
operative[#operative + 1] =
  '15. Requests the Secretary-General to submit a report on lanterns and harbours at its next session.'

--- A resolution in the form of the real one; its words are invented. It has 15 operative paragraphs.
M.resolution = table.concat({
  'A/RES/67/172',
  'General Assembly',
  'Sixty-seventh session',
  'Resolution adopted by the General Assembly on 20 December 2012',
  '67/172. Protection of migrants',
  'The General Assembly,',
  'Recalling all its earlier invented texts on this matter,',
  table.concat(operative, '\n\n'),
  '',
}, '\n\n')

--- Where the source lies in a workspace.
M.source = 'sources/A_RES_67_172.txt'

--- A workspace with the source, `penholder.toml`, and `files`.
function M.workspace(files)
  return vim.tbl_extend('force', { [M.source] = M.resolution, ['penholder.toml'] = '' }, files)
end

return M
