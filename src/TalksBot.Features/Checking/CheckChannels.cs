using System.Collections.Concurrent;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Checking;

/// <summary>Asks platforms whether channels can be posted to, several at once and none for long.</summary>
internal sealed class CheckChannels(IEnumerable<IPlatform> platforms, TimeProvider time)
{
    private const int AtOnce = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks; a channel that no platform of this process serves is left out.</summary>
    public async Task<IReadOnlyDictionary<ChannelAddress, ChannelCheck>> AskAsync(IEnumerable<ChannelAddress> channels, CancellationToken token)
    {
        var serving = platforms.ToDictionary(platform => platform.Name);
        var answers = new ConcurrentDictionary<ChannelAddress, ChannelCheck>();
        await Parallel.ForEachAsync(
            channels.Distinct().Where(channel => serving.ContainsKey(channel.ConnectionName)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token },
            async (channel, stopping) => answers[channel] = await AskAsync(serving[channel.ConnectionName], channel, stopping));
        return answers;
    }

    /// <summary>Asks whether mentions would notify whom they mean.</summary>
    /// <returns>Those that would not.</returns>
    public async Task<IReadOnlyList<(ChannelAddress Channel, ChannelCheck.Faulty Fault)>> AskMentionsAsync(IEnumerable<(ChannelAddress Channel, string Mention)> mentions, CancellationToken token)
    {
        var serving = platforms.ToDictionary(platform => platform.Name);
        var faults = new List<(ChannelAddress, ChannelCheck.Faulty)>();
        foreach (var (channel, mention) in mentions.Distinct().Where(one => serving.ContainsKey(one.Channel.ConnectionName)))
        {
            if (await serving[channel.ConnectionName].CheckMentionAsync(channel, mention, token) is { } fault)
            {
                faults.Add((channel, fault));
            }
        }

        return faults;
    }

    private async Task<ChannelCheck> AskAsync(IPlatform platform, ChannelAddress channel, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        try
        {
            return await platform.CheckAsync(channel, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new ChannelCheck.Faulty(
                $"{platform.Name} did not answer within {Patience.TotalSeconds:0} seconds",
                "Look whether the platform works; posts wait until it answers.");
        }
    }
}
