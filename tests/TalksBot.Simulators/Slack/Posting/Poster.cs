using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Rules;
using TalksBot.Simulators.Slack.Interactions;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Posting;

/// <summary>Stores messages, changes them, and tells those who are looking.</summary>
internal sealed class Poster(SlackWorld world, SlackStats stats)
{
    /// <summary>Puts a message in a channel, or before one person's eyes only.</summary>
    /// <param name="by">The act it answers; null when the app did not say.</param>
    public SlackMessage Create(
        SlackChannel channel, SlackUser author, MessageDraft draft, (string? ThreadTs, string? OnlyFor) place, Exchange? by = null)
    {
        var now = world.Now;
        var message = new SlackMessage(channel, channel.NextTs(now), author) { PostedAt = now, OnlyFor = place.OnlyFor, ThreadTs = place.ThreadTs };
        Fill(message, draft);
        if (place.OnlyFor is not null)
        {
            channel.Ephemerals.Add(message);
        }
        else
        {
            channel.Messages[message.Ts] = message;
            if (channel.Find(place.ThreadTs) is { ThreadTs: null } parent)
            {
                parent.ThreadTs = parent.Ts;
            }
        }

        stats.MessagesPosted += author == world.Bot ? 1 : 0;
        world.Exchanges.Notice(message, by);
        return message;
    }

    public void Change(SlackMessage message, MessageDraft draft, Exchange? by = null)
    {
        Fill(message, draft);
        message.EditedTs = message.Channel.NextTs(world.Now);
        world.Exchanges.Notice(message, by);
    }

    public void Delete(SlackMessage message, Exchange? by = null)
    {
        message.Deleted = true;
        message.Channel.Pins.Remove(message.Ts);
        world.Exchanges.Notice(message, by);
    }

    private void Fill(SlackMessage message, MessageDraft draft)
    {
        var text = draft.Text.Length > MessageForm.LongestPost ? draft.Text[..MessageForm.LongestPost] : draft.Text;
        message.Text = Mrkdwn.Store(draft.Parsed ? LinkGroups(text) : text);
        message.Blocks = draft.Blocks is { Count: > 0 } blocks ? BlockDress.Of(blocks) : null;
        message.Attachments = draft.Attachments?.DeepClone().AsArray();
        message.Broadcast |= draft.Broadcast && message.IsReply;
        message.Metadata = draft.Metadata switch
        {
            null => message.Metadata,
            { Count: 0 } => null,
            var given => given.DeepClone().AsObject(),
        };
        message.Embedded.Clear();
        message.Embedded.AddRange(Embedded(message.Blocks));
        var pings = Mrkdwn.Pings(message.Text, draft.Parsed).Concat(BlockPings.Of(message.Blocks)).Concat(AttachmentPings(message.Attachments));
        message.Pings.AddRange(pings.Except(message.Pings, StringComparer.Ordinal).ToList());
    }

    private static IEnumerable<string> AttachmentPings(JsonArray? attachments) => (attachments ?? []).OfType<JsonObject>().SelectMany(one =>
        BlockPings.Of(one["blocks"]).Concat(Mrkdwn.Pings($"{one["text"]} {one["pretext"]}", parsed: false)));

    /// <summary>With <c>link_names</c> a bare <c>@handle</c> of a group is a mention. slack.md §3.</summary>
    private string LinkGroups(string text) => Mrkdwn.Handles(text).Distinct(StringComparer.Ordinal).Aggregate(text, (now, handle) =>
        world.Groups.Values.FirstOrDefault(group => group.Handle == handle) is { } found
            ? now.Replace($"@{handle}", $"<!subteam^{found.Id}>", StringComparison.Ordinal)
            : now);

    private IEnumerable<SlackFile> Embedded(JsonNode? node) => node switch
    {
        JsonArray many => many.SelectMany(Embedded),
        JsonObject one when one["slack_file"] is { } reference && ImageRules.Find(world, reference) is { } file => [file],
        JsonObject one => one.SelectMany(pair => Embedded(pair.Value)),
        _ => [],
    };
}
