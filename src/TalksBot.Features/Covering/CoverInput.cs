using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Covering;

/// <summary>Reads who covers a deadline or session.</summary>
internal sealed class CoverInput(IEnumerable<IPlatform> platforms, TimeProvider time)
{
    private const string Nobody = "none";

    private const string Caller = "me";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Who covers it.</summary>
    public static readonly ParameterSpec Who = new("who", ParameterKind.Text, "the person: a mention, the name as it shall be read, me, or none") { Required = true };

    /// <summary>Whom its alerts notify.</summary>
    public static readonly ParameterSpec Ping = new("ping", ParameterKind.Person, "whom its alerts notify in channels of this platform; you, where you say me") { NamedOnly = true };

    /// <summary>Whoever is named by a mention is called by their name from then on; asked before anything is changed.</summary>
    /// <returns>Null to go on, else the refusal.</returns>
    public async Task<Reply?> AskAsync(CommandCall call, CancellationToken token)
    {
        if (call.Find(Who.Name) is not { } who || !who.StartsWith('<') || Platform(call) is not { } platform || platform.ReadMention(who) is not MentionReading.Understood it)
        {
            return null;
        }

        if (await NameAsync(platform, it.Mention, token) is not { } name)
        {
            return Reply.Refuse("Nobody in particular is meant by that, or their name cannot be found out now; write the name, and ping:… for whom to notify.");
        }

        call.Place(Who.Name, name);
        call.Place(Ping.Name, it.Mention);
        return null;
    }

    /// <summary>Who; without anybody for nobody.</summary>
    public Found<CoverChoice> Read(CommandCall call)
    {
        if (!ArgumentReader.Words(call, (Who.Name, UserText.LineLimit), (Ping.Name, UserText.LineLimit)).Is(out var words, out var refusal))
        {
            return refusal;
        }

        var (who, ping) = (words[Who.Name], words[Ping.Name]);
        if (who.Equals(Nobody, StringComparison.OrdinalIgnoreCase))
        {
            return ping.Length == 0 ? new CoverChoice(By: null) : Reply.Refuse("Nobody covers it, so nobody is notified; leave ping out, or write who covers it.");
        }

        if (who.StartsWith('<'))
        {
            return Reply.Refuse("Write the name as it shall be read everywhere, and whom to notify by name: \"Ben Miller\" ping:…", [new PostButton("Me", call.Retyped(Who.Name, Caller))]);
        }

        var isMe = who.Equals(Caller, StringComparison.OrdinalIgnoreCase);
        var name = isMe ? call.Caller.Name : who;
        return ping.Length > 0 ? Notified(call, name, ping) : new CoverChoice(isMe ? Me(call, name) : new Coverage(name));
    }

    private async Task<string?> NameAsync(IPlatform platform, string mention, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        try
        {
            return await platform.NameOfAsync(mention, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return null;
        }
    }

    private Found<CoverChoice> Notified(CommandCall call, string name, string ping) => Platform(call) switch
    {
        null => Reply.Refuse($"No connection here serves {call.Caller.Channel.ConnectionName}, so nobody can be notified there; leave ping out."),
        var platform => platform.ReadMention(ping) switch
        {
            MentionReading.Understood it => new CoverChoice(new Coverage(name) { Ping = it.Mention, Connection = platform.Name }),
            MentionReading.Refused it => Reply.Refuse(it.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
    };

    /// <summary>Whoever says "me" is known to their platform, if it is one where people are notified.</summary>
    private Coverage Me(CommandCall call, string name)
    {
        const string Account = "/user/";
        var at = call.Caller.Person.LastIndexOf(Account, StringComparison.Ordinal);
        return at >= 0 && Platform(call) is { } platform && platform.ReadMention($"<@{call.Caller.Person[(at + Account.Length)..]}>") is MentionReading.Understood it
            ? new Coverage(name) { Ping = it.Mention, Connection = platform.Name }
            : new Coverage(name);
    }

    private IPlatform? Platform(CommandCall call) => platforms.FirstOrDefault(known => known.Name == call.Caller.Channel.ConnectionName);
}

/// <summary>Who covers something; null for nobody.</summary>
internal sealed record CoverChoice(Coverage? By);
