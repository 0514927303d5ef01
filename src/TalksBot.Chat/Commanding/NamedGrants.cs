using TalksBot.Core.Commands;

namespace TalksBot.Chat.Commanding;

/// <summary>
/// Looks whether the roles and groups that the configuration names exist on their platform: an id copied wrong gives nobody anything, and a
/// chief's keeps those out who run the place.
/// </summary>
/// <param name="grants">What the configuration gives.</param>
/// <param name="time">The clock of the pauses.</param>
public sealed class NamedGrants(RoleGrants grants, TimeProvider time)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>What the configuration names of a kind on a connection.</summary>
    /// <param name="connection">The connection, such as <c>discord:main</c>.</param>
    /// <param name="kind">The kind, such as <c>role</c>.</param>
    public IReadOnlyList<string> Of(string connection, string kind) =>
        [.. grants.Named(connection).Where(mark => mark.StartsWith($"{kind}/", StringComparison.Ordinal))];

    /// <summary>Asks again, more and more rarely, until there is an answer or a refusal.</summary>
    /// <param name="ask">Asks once: the answer, and whether to ask again where there is none.</param>
    /// <returns>The answer; null where there will be none.</returns>
    public async Task<T?> AskAsync<T>(Func<CancellationToken, Task<(T? Answer, bool AskAgain)>> ask, CancellationToken token)
        where T : class
    {
        for (var pause = ShortestPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            var (answer, askAgain) = await ask(token);
            if (answer is not null || !askAgain)
            {
                return answer;
            }

            await Task.Delay(pause, time, token);
        }
    }
}
