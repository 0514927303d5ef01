using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Updates;

/// <summary>Whom a flash mentions when it waits for a second editor.</summary>
internal sealed class SecondEditors(OperationsDesk operations, IOptions<RolesOptions> roles, IEnumerable<IPlatform> platforms)
{
    /// <summary>Whom a channel of the talks escalates to, else the desk's editors, else its chiefs; null where the operations channel can mention none of them.</summary>
    public string? Of(Negotiation talks)
    {
        if (operations.Channel is not { } channel || platforms.FirstOrDefault(known => known.Name == channel.ConnectionName) is not { } platform)
        {
            return null;
        }

        var escalated = talks.Listening
            .Where(follow => follow.Channel.ConnectionName == channel.ConnectionName)
            .OrderByDescending(follow => follow.Channel == channel)
            .Select(follow => follow.Settings.Escalate)
            .OfType<string>();
        var holders = roles.Value.Entries
            .Where(entry => entry.Role >= Role.Editor)
            .OrderBy(entry => entry.Role)
            .Select(entry => ChannelAddress.TryParse(entry.Text, out var holder) ? holder : null)
            .OfType<ChannelAddress>()
            .Where(holder => holder.ConnectionName == channel.ConnectionName);
        return escalated.Concat(holders.Select(holder => Mention(platform, holder)).OfType<string>()).FirstOrDefault();
    }

    /// <summary>A holder is named <c>role/123</c>, <c>group/S123</c> or <c>user/456</c>; the platform knows how to write each of them.</summary>
    private static string? Mention(IPlatform platform, ChannelAddress holder)
    {
        var (kind, id) = holder.Channel.Split('/') is [var first, var second] ? (first, second) : ("", holder.Channel);
        return (platform.ReadMention(id), platform.ReadMention($"<@{id}>"), kind) switch
        {
            (_, MentionReading.Understood person, "user") => person.Mention,
            (MentionReading.Understood group, _, _) => group.Mention,
            _ => null,
        };
    }
}
