/** Texts that break what shows them carelessly. */
export const ATTACKS: string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE scenario; --",
  ']]><!ENTITY x "y">&amp;&lt;',
  '</title></entry><script>alert(1)</script>',
  '=HYPERLINK("https://evil.example","click")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1:A9)',
  "'=1+1",
  'javascript:alert(1)',
  'W'.repeat(400),
  'a'.repeat(300) + ' ' + 'b'.repeat(300),
  'Ж̶̡̢̛̗̘̙̜̝̞̟̠̖̥̦̩̪̫̬̭̮̯̰̱̲̳'.repeat(20),
  '👩🏽‍🚀🏳️‍🌈👨‍👩‍👧‍👦'.repeat(40),
  'הנמל ייסגר ליום אחד',
  'يغلق الميناء ليوم واحد (95 %)',
  '港口将关闭一天。'.repeat(60),
  'ﷺ'.repeat(60),
  '{{constructor.constructor("alert(1)")()}}',
  'Line one\nline two\r\nline three\t, "quoted", end',
];

/** The same for a table of tests, each with a name that fits a line. */
export const NAMED_ATTACKS = ATTACKS.map((text): [name: string, text: string] => [
  JSON.stringify(text.slice(0, 30)),
  text,
]);
