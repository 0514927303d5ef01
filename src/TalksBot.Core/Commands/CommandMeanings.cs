using System.Collections.Frozen;

namespace TalksBot.Core.Commands;

/// <summary>What people call the things that commands do, and which verbs do the same kind of thing.</summary>
internal static class CommandMeanings
{
    // The verbs that a word may stand for, the nearest first.
    private const string Table = """
        set edit change modify amend alter adjust update rename relabel reword retitle fix revise tweak: set move correct
        correct rectify amend fix erratum: correct set
        move postpone delay reschedule defer shift push extend prolong advance bring rebook: move
        add new create make insert plan schedule record log note post report publish enter put register file: add open
        delete remove drop scrap rm del erase clear discard: withdraw cancel kill remove undo revoke
        withdraw revoke rescind retract unset: withdraw kill revoke undo
        cancel abort scratch callof calloff: cancel withdraw
        kill spike retract pull unpublish: kill
        end finish stop over done complete completed terminate adjourn: end met close settle outcome
        start begin commence launch kickoff open: start open resume
        met achieved reached fulfilled kept satisfied: met settle
        lapsed miss missed expire expired fail failed passed: lapsed
        close archive shut: close end settle
        settle resolve resolved solved: settle
        suspend pause hold freeze break: suspend
        resume continue restart unpause unfreeze reopen: resume reopen start
        approve accept ok okay agree confirm allow: approve
        reject deny refuse decline disapprove: reject
        dispute contradict contest challenge differ: dispute
        list show view see get ls display all print read: list show status history
        history log changes versions: history list audit
        status state overview summary info: status list show
        remove unfollow unsubscribe leave mute: remove
        add follow subscribe watch join: add
        undo revert rollback back restore: undo
        conclude result outcome agreed collapsed: outcome close
        grant give appoint promote: grant
        revoke take demote: revoke
        """;

    private static readonly FrozenSet<string> _endings =
        "met lapsed withdraw cancel end close kill settle remove reject revoke undo suspend outcome".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> _meant = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": "))
        .SelectMany(row => row[0].Split(' ').Select(word => (word, Verbs: row[1].Split(' '))))
        .GroupBy(entry => entry.word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(entry => entry.Verbs).Distinct().ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The verbs that do what the word says, the nearest first; empty when it is no word for anything here.</summary>
    public static IReadOnlyList<string> Of(string word) => _meant.GetValueOrDefault(word) ?? [];

    /// <summary>Whether the verb ends something, so that it is never offered for one that does not.</summary>
    public static bool Ends(string verb) => _endings.Contains(verb);
}
