using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Deadlines;

namespace TalksBot.Features.Opening;

/// <summary>What the desk answers when talks are opened: what stands, who follows and how, and when it is first told.</summary>
internal static class OpeningReplies
{
    /// <summary>The talks are open.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="first">Their first deadline, if one was given.</param>
    /// <param name="channel">Where they were opened.</param>
    /// <param name="now">The moment of writing.</param>
    public static Reply Opened(Negotiation talks, FirstDeadline first, ChannelAddress channel, Instant now) => Reply.Answer(new Post(
        $"Opened {talks.Slug}: {talks.Title}",
        Severity.Calm,
        [
            new PostPiece.Line(Reading(talks, first.Deadline is null, now)),
            Following(talks, channel, now),
            .. first.Note is { } note ? [new PostPiece.Line(note)] : Array.Empty<PostPiece>(),
            .. first.Deadline is { } deadline ? Deadline(talks, deadline, channel, now) : [],
        ])
    {
        Buttons = first.Deadline is null
            ? [new PostButton("Deadline…", CommandCall.Written("deadline add", ("talks", talks.Slug), ("at", PostButton.Unwritten), ("label", PostButton.Unwritten))) { OpensForm = true }]
            : [],
    });

    /// <summary>The clocks are named only where no deadline shows them.</summary>
    private static string Reading(Negotiation talks, bool withClocks, Instant now) => $"Times are read in {new WallClock("", talks.Zone).NameAt(now)}"
        + (withClocks ? $" · clocks {string.Join(", ", talks.Clocks.Select(known => known.NameAt(now)))}" : "");

    private static PostPiece.Line Following(Negotiation talks, ChannelAddress channel, Instant now)
    {
        var settings = talks.Listening.FirstOrDefault(follow => follow.Channel == channel)?.Settings;
        if (talks.Listening.Count() is var count && (count > 1 || (count == 1 && settings is null)))
        {
            return new PostPiece.Line($"{Typography.Count(count, "channel")} {(count == 1 ? "follows" : "follow")}{(settings is null ? "" : ", this one too")}: /talks follow show {talks.Slug}");
        }

        if (settings is null)
        {
            return new PostPiece.Line($"No channel follows yet: /talks follow add {talks.Slug}");
        }

        var digest = settings.DigestAt is { } hour ? $"digest {HourText.Write(hour)}" : "no digest";
        return new PostPiece.Line($"This channel follows: {settings.Clock.NameAt(now)} clock, {digest}");
    }

    private static IEnumerable<PostPiece> Deadline(Negotiation talks, Deadline deadline, ChannelAddress channel, Instant now) =>
        [new PostPiece.Line($"{deadline.Name} {deadline.Label}"), .. DeadlineReplies.Standing(talks, deadline, channel, now)];
}
