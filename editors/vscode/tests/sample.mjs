// The texts that the tests share: one source in its folder, and a workspace around it.

const operative = [
  '1. Urges States to keep the doors of registry offices open to migrants of every status;',
  '2. Encourages States to publish fees in languages that migrants read;',
  ...Array.from({ length: 12 }, (_, at) => `${at + 3}. Invites States to report on measure ${at + 3} of the programme;`),
  '15. Requests the Secretary-General to submit a report on lanterns and harbours at its next session.',
];

/** A resolution in the form of the real one; its words are invented. It has 15 operative paragraphs. */
const resolution = [
  'A/RES/67/172',
  'General Assembly',
  'Sixty-seventh session',
  'Resolution adopted by the General Assembly on 20 December 2012',
  '67/172. Protection of migrants',
  'The General Assembly,',
  'Recalling all its earlier invented texts on this matter,',
  ...operative,
  '',
].join('\n\n');

/** A workspace with the source, `penholder.toml`, and `files`. */
export function workspace(files) {
  return { 'sources/A_RES_67_172.txt': resolution, 'penholder.toml': '', ...files };
}
