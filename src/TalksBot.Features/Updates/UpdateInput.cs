using System.Collections.Frozen;
using System.Diagnostics;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Updates;

/// <summary>Reads what people write about an update.</summary>
internal static class UpdateInput
{
    private const string OnRecord = "on-record";
    private const string Official = "official";
    private const string Unnamed = "unnamed";

    /// <summary>The words that people use.</summary>
    private static readonly FrozenDictionary<string, string> _tiers = new[]
    {
        (OnRecord, "on the record, record, onrecord, named, by name, public, publicly"),
        (Official, "an official, officials, a government official, government official, official source, official sources, an official source, officially"),
        (Unnamed, "unnamed source, unnamed sources, an unnamed source, anonymous, anonymously, anonymous source, anonymous sources, an anonymous source, not named, on background, background"),
    }.SelectMany(tier => tier.Item2.Split(", ").Select(words => (Words: words, Tier: tier.Item1))).ToFrozenDictionary(entry => entry.Words, entry => entry.Tier, StringComparer.Ordinal);

    public static readonly ParameterSpec Tier = new("tier", ParameterKind.Choice, "how well it is sourced.")
    {
        Required = true,
        NamedOnly = true,
        Choices = [OnRecord, Official, Unnamed],
        OtherWords = _tiers,
        Reads = text => Tier!.ChoiceOf(text) is not null,
    };

    public static readonly ParameterSpec Priority = new("priority", ParameterKind.Choice, "how urgent it is; regular when left out.")
    {
        NamedOnly = true,
        Choices = ["flash", "bulletin", "urgent", "regular", "deferred"],
    };

    public static readonly ParameterSpec Embargo = new("embargo", ParameterKind.Time, "until when nobody may see it") { NamedOnly = true };

    /// <summary>Where it was said, on the web.</summary>
    public static readonly ParameterSpec Link = new("link", ParameterKind.Text, "where it was said: a web address") { NamedOnly = true };

    /// <summary>Where it was said; as before where that is not given, and null where it says that no address is known.</summary>
    public static Found<LinkRead> WithLink(CommandCall call, Uri? before)
    {
        if (call.Find(Link.Name) is not { } typed)
        {
            return new LinkRead(before);
        }

        return ArgumentReader.IsNothing(typed) ? new LinkRead(null) : SourceLink.Check(typed, out var link) is { } fault ? Reply.Refuse(fault) with { Field = Link.Name } : new LinkRead(link);
    }

    /// <summary>Until when nobody may see it; null when no embargo is given.</summary>
    public static Found<UpdateTerms> WithEmbargo(CommandCall call, Negotiation talks, UpdateTerms terms, Instant now)
    {
        if (call.Find(Embargo.Name) is null)
        {
            return terms;
        }

        return TypedTime.Read(call, Embargo.Name, talks.Times(now, TimeTense.Future)).Is(out var lift, out var refusal)
            ? terms with { Embargo = lift.Time }
            : refusal;
    }

    /// <summary>When it was heard; nothing can be heard before it is said.</summary>
    public static Found<TypedTime> Heard(CommandCall call, Negotiation talks, Instant now)
    {
        if (call.Find("heard") is null)
        {
            return new TypedTime(CivilTime.At(now, talks.Zone), Note: null);
        }

        if (!TypedTime.Read(call, "heard", talks.Times(now, TimeTense.Any)).Is(out var heard, out var refusal))
        {
            return refusal;
        }

        return heard.Time.ToInstant() <= now
            ? heard
            : Reply.Refuse($"{TimeWording.Full(heard.Time)} is still to come; say when it was heard, or leave heard out if that is now.");
    }

    /// <summary>The update as it is to be kept.</summary>
    public static Found<UpdateTerms> Terms(CommandCall call, Negotiation talks, TypedTime heard)
    {
        if (!ArgumentReader.Words(call, ("text", UserText.ParagraphLimit), ("source", UserText.LineLimit), ("side", UserText.LineLimit))
            .Is(out var words, out var refusal))
        {
            return refusal;
        }

        if (!WithLink(call, before: null).Is(out var link, out refusal))
        {
            return refusal;
        }

        // A flash is one sentence, wherever its lines were broken.
        var priority = Enum.Parse<WirePriority>(call.Find("priority") ?? "regular", ignoreCase: true);
        return new UpdateTerms(
            priority is WirePriority.Flash ? UserText.OneLine(words["text"]) : words["text"],
            words["source"],
            ReadTier(call["tier"]),
            Sides.Code(talks, words["side"]),
            priority,
            heard.Time.ToInstant())
        {
            Link = link.To,
        };
    }

    /// <summary>The updates it differs from, each once.</summary>
    public static Found<IReadOnlyList<Update>> Disputed(CommandCall call, Negotiation talks)
    {
        var others = new List<Update>();
        foreach (var number in (call.Find("disputes") ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!RecordLookup.Update(number, talks).Is(out var other, out var refusal))
            {
                return refusal;
            }

            others.Add(other);
        }

        return others.Distinct().ToList();
    }

    private static Sourcing ReadTier(string choice) => choice switch
    {
        OnRecord => Sourcing.OnRecord,
        Official => Sourcing.Official,
        Unnamed => Sourcing.Unnamed,
        _ => throw new UnreachableException(),
    };
}

/// <summary>Where something was said, as it was read.</summary>
/// <param name="To">The address; null where none is known.</param>
internal sealed record LinkRead(Uri? To);
