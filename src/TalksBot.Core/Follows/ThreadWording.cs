using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Follows;

/// <summary>What a channel is told of its thread about talks. Pure.</summary>
public static class ThreadWording
{
    /// <summary>The message from which the thread hangs.</summary>
    public static Post Root(Negotiation talks) => new(TalksHeading.Of(talks), Severity.Calm, [new PostPiece.Line("The thread of this message is for everything about these talks.")])
    {
        Label = "Thread",
    };

    /// <summary>The thread is gone; what waited for it is told elsewhere.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="follow">The follow, whose posts go to the channel itself for now.</param>
    /// <param name="why">What the platform says.</param>
    public static Post Lost(Negotiation talks, Follow follow, string why) => new(
        $"The thread of {talks.Slug} in {follow.Channel} is gone: {why}",
        Severity.Trouble,
        [new PostPiece.Line("A new one is begun, and what waited is posted in the channel itself. For posts in the channel from now on: /talks follow set thread:no")]);
}
