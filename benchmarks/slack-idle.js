// A bot on Bolt that is connected over a socket and does nothing.
import bolt from '@slack/bolt';

const { API, TOKEN, APP_TOKEN } = process.env;
const app = new bolt.App({
  token: TOKEN,
  appToken: APP_TOKEN,
  socketMode: true,
  logLevel: bolt.LogLevel.ERROR,
  clientOptions: { slackApiUrl: API.endsWith('/') ? API : `${API}/` },
});
await app.start();
console.log('ready');
