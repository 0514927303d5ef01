namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>What waits for connections at certain moments: a close code, or silence where an answer is due.</summary>
internal sealed class GatewayAmbush
{
    private readonly List<(GatewayMoment Moment, int? Code)> _waiting = [];

    /// <param name="code">Null for silence.</param>
    public void Add(GatewayMoment moment, int? code, int times) => _waiting.AddRange(Enumerable.Repeat((moment, code), times));

    public void Clear() => _waiting.Clear();

    /// <summary>True when something happened to the connection instead of what was due.</summary>
    public bool Springs(GatewayMoment moment, GatewayConnection connection)
    {
        var at = _waiting.FindIndex(one => one.Moment == moment);
        if (at < 0)
        {
            return false;
        }

        var code = _waiting[at].Code;
        _waiting.RemoveAt(at);
        if (code is { } number)
        {
            connection.Close(number);
        }

        return true;
    }
}
