// @slack/web-api posts the same messages as tests/TalksBot.Benchmarks/SlackBurstBenchmark.cs: all of them handed over at once, in order.
import { WebClient, LogLevel } from '@slack/web-api';

const { API, TOKEN, CHANNELS, EACH } = process.env;
const slack = new WebClient(TOKEN, { slackApiUrl: API.endsWith('/') ? API : `${API}/`, logLevel: LogLevel.ERROR });
const posts = [];
for (let number = 0; number < Number(EACH); number++) {
  for (const channel of CHANNELS.split(',')) {
    posts.push(slack.chat.postMessage({ channel, text: `${number}: “They meet again tonight.” – a senior US official` }));
  }
}

await Promise.all(posts);
process.exit(0);
