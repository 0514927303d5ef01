using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Slack.Interactions;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>The address an app answers at later: five times in half an hour. slack.md §7 and §14, line 23.</summary>
internal sealed class ResponseRoute(SlackWorld world, Answers answers)
{
    public async Task<WebReply> ReceiveAsync(HttpContext context, string secret)
    {
        try
        {
            if (!HttpMethods.IsPost(context.Request.Method) || context.Request.ContentType is null)
            {
                throw new Refusal("invalid_post_type");
            }

            var body = await BodyReader.ReadAsync(context.Request, takesJson: true, context.RequestAborted);
            if (body["payload"] is JsonValue inner && JsonNode.Parse(inner.ToString()) is JsonObject parsed)
            {
                body = parsed;
            }

            lock (world.Gate)
            {
                answers.Take(Living(secret), body);
            }

            return new WebReply(200, "ok", "text/plain");
        }
        catch (Refusal refusal)
        {
            return new WebReply(404, refusal.ToJson().ToJsonString());
        }
    }

    private Exchange Living(string secret)
    {
        var exchange = world.Exchanges.FindBySecret(secret) ?? throw new Refusal("invalid_url");
        if (world.Now - exchange.At > Duration.FromTimeSpan(world.Options.ResponseUrlLife))
        {
            throw new Refusal("expired_url");
        }

        return ++exchange.ResponseUses > world.Options.ResponseUrlUses ? throw new Refusal("used_url") : exchange;
    }
}
