using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Updates;

/// <summary>The accounts that differ as answers and digests show them: side by side, each group under its heading, the newest first; nobody is said to be right. Pure.</summary>
public sealed class AccountsWording
{
    private const int MostGroups = 2;

    private readonly IReadOnlyList<IReadOnlyList<Update>> _shown;

    private AccountsWording(IReadOnlyList<IReadOnlyList<Update>> shown, IReadOnlyList<PostPiece> pieces)
    {
        _shown = shown;
        Pieces = pieces;
    }

    /// <summary>The groups; those beyond the newest are counted.</summary>
    public IReadOnlyList<PostPiece> Pieces { get; }

    /// <summary>Writes them.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="clock">The reader's clock.</param>
    /// <param name="now">The moment of writing.</param>
    public static AccountsWording Of(Negotiation talks, WallClock clock, Instant now)
    {
        var groups = UpdateWording.DifferingAccounts(talks).OrderByDescending(group => group.Max(account => account.Number)).ToList();
        var shown = groups.Take(MostGroups).ToList();
        var left = groups.Skip(MostGroups).Sum(group => group.Count);
        return new AccountsWording(
            shown,
            [
                .. shown.SelectMany(group => Group(group, clock, now)),
                .. left == 0 ? Array.Empty<PostPiece>() : [new PostPiece.Line($"{Typography.More(left)} accounts differ: /talks update list {talks.Slug}")],
            ]);
    }

    /// <summary>The newest group in a few words each, for a post that is read on a phone; the others are counted.</summary>
    public static AccountsWording Brief(Negotiation talks)
    {
        var groups = UpdateWording.DifferingAccounts(talks).OrderByDescending(group => group.Max(account => account.Number)).ToList();
        var left = groups.Skip(1).Sum(group => group.Count);
        return new AccountsWording(
            [.. groups.Take(1)],
            [
                .. groups.Take(1).SelectMany(group => group.Select(account => (PostPiece)UpdateListWording.Few(account)).Prepend(Heading(group))),
                .. left == 0 ? Array.Empty<PostPiece>() : [new PostPiece.Line($"{Typography.More(left)} accounts differ: /talks update list {talks.Slug}")],
            ]);
    }

    /// <summary>How many accounts are quoted here.</summary>
    public int Quoted => _shown.Sum(group => group.Count);

    /// <summary>True for an account that is quoted here.</summary>
    public bool Quotes(Update update) => _shown.Any(group => group.Contains(update));

    private static IEnumerable<PostPiece> Group(IReadOnlyList<Update> accounts, WallClock clock, Instant now) => accounts
        .Select(account => (PostPiece)UpdateListWording.Heard(account, clock, now))
        .Prepend(Heading(accounts));

    private static PostPiece.Section Heading(IReadOnlyList<Update> accounts) => new($"Accounts differ: {Typography.And([.. accounts.Select(account => account.Name)])}");
}
