// discord.js's own queue posts the same messages as tests/TalksBot.Benchmarks/DiscordBurstBenchmark.cs: all of them handed over at once, in order.
import { REST, Routes } from 'discord.js';

const { API, TOKEN, CHANNELS, EACH } = process.env;
const rest = new REST({ version: '10', api: API.replace(/\/v10\/?$/, ''), timeout: 60_000 }).setToken(TOKEN);
const posts = [];
for (let number = 0; number < Number(EACH); number++) {
  for (const channel of CHANNELS.split(',')) {
    posts.push(rest.post(Routes.channelMessages(channel), { body: { embeds: [{ title: `${number}`, description: '“They meet again tonight.” – a senior US official' }] } }));
  }
}

await Promise.all(posts);
process.exit(0);
