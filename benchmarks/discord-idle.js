// A bot on discord.js that is connected and does nothing.
import { Client, GatewayIntentBits } from 'discord.js';

const { API, TOKEN } = process.env;
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: API.replace(/\/v10\/?$/, '') } });
client.once('clientReady', () => console.log('ready'));
await client.login(TOKEN);
