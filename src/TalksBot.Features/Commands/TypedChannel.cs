using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Features.Commands;

/// <summary>A channel as somebody types it.</summary>
internal static class TypedChannel
{
    /// <summary>By its address; where a platform has one connection and no ids, <c>#name</c> is its own. Null for anything else.</summary>
    public static ChannelAddress? Read(CommandCall call, string typed)
    {
        var here = call.Caller.Channel;
        var named = typed.StartsWith('#') && here.Connection.Length == 0 ? $"{here.Platform}:{typed[1..]}" : typed;
        return ChannelAddress.TryParse(named, out var channel) ? channel : null;
    }

    /// <summary>That something is none.</summary>
    public static Reply Refuse(string typed) => Reply.Refuse($"“{Echo.Of(typed)}” is no channel; write it as terminal:desk or slack:main/C0123.");
}
