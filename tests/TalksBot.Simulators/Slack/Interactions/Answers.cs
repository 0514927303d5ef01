using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Posting;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>Shows what an app answers to an act, at once or by the response address. slack.md §7.</summary>
internal sealed class Answers(SlackWorld world, Poster poster)
{
    private readonly MessageForm _form = new(world);

    /// <summary>Refuses a body that is no message; an answer needs no membership and no right to post.</summary>
    public void Take(Exchange exchange, JsonObject body)
    {
        var channel = exchange.Channel ?? throw new Refusal("channel_not_found");
        var call = new WebCall(world, body);
        if (call.Flag("delete_original"))
        {
            poster.Delete(exchange.Latest ?? throw new Refusal("message_not_found"), exchange);
            exchange.Latest = null;
            return;
        }

        var inChannel = call.Optional("response_type") is "in_channel";
        if (inChannel && body.Count is 1)
        {
            Echo(exchange, channel);
            return;
        }

        var draft = _form.Read(call);
        // Below a command there is no original: the flag does nothing there (slackapi/bolt-js#2287, bolt-python#1268).
        if (call.Flag("replace_original") && exchange is { Source: not null, Latest: { Deleted: false } latest })
        {
            poster.Change(latest, draft, exchange);
            return;
        }

        var message = poster.Create(channel, world.Bot, draft, (PostingRights.Thread(call, channel), inChannel ? null : exchange.User.Id), exchange);
        message.Command = inChannel && exchange.Source is null ? exchange.Typed : null;
        exchange.Latest = exchange.Source is null ? message : exchange.Latest;
    }

    private void Echo(Exchange exchange, SlackChannel channel)
    {
        var message = poster.Create(channel, exchange.User, new MessageDraft(exchange.Typed ?? "", null, null), (null, null), exchange);
        message.Command = exchange.Typed;
    }
}
