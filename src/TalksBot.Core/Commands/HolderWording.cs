using TalksBot.Core.Channels;
using TalksBot.Core.Text;

namespace TalksBot.Core.Commands;

/// <summary>
/// Whoever can have a role, as sentences name them to a reader: on the reader's own connection by the address, which its platform shows as
/// a mention; elsewhere by name where one is known, else by what and where they are. Pure.
/// </summary>
/// <param name="here">The reader's connection, such as <c>slack:main</c>.</param>
/// <param name="names">The names known, by address.</param>
public sealed class HolderWording(string here, IReadOnlyDictionary<ChannelAddress, string> names)
{
    /// <summary>As in <c>Bob (bob) on slack:main</c> or <c>a person on slack:main (U02BOB)</c>.</summary>
    public string Of(ChannelAddress holder) => Called(holder) ?? Unnamed(holder);

    /// <summary>The same at the beginning of a sentence.</summary>
    public string First(ChannelAddress holder) => Called(holder) ?? Typography.Capital(Unnamed(holder));

    private string? Called(ChannelAddress holder) =>
        holder.ConnectionName == here ? $"{holder}" : names.TryGetValue(holder, out var name) ? $"{name} on {holder.ConnectionName}" : null;

    private static string Unnamed(ChannelAddress holder) => holder.Channel.Split('/') switch
    {
        ["user", var id] => $"a person on {holder.ConnectionName} ({id})",
        [var kind, var id] => $"a {kind} on {holder.ConnectionName} ({id})",
        _ => $"{holder}",
    };
}
