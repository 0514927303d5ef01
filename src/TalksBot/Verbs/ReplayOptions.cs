using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TalksBot.Core.Times;
using TalksBot.Replays;

namespace TalksBot.Verbs;

/// <summary>The pace and the window of a replay.</summary>
internal sealed class ReplayOptions
{
    private const double DefaultSpeed = 3600;

    private readonly Option<double> _speed = new("--speed")
    {
        Description = "simulated seconds in a real one",
        DefaultValueFactory = _ => DefaultSpeed,
        CustomParser = ReadSpeed,
        HelpName = "TIMES",
    };

    private readonly Option<Instant?> _from = new("--from")
    {
        Description = "where to begin to show, such as 1995-06-28T06:00Z; what came before happens unseen",
        CustomParser = ReadInstant,
        HelpName = "TIME",
    };

    private readonly Option<Instant?> _to = new("--to")
    {
        Description = "where to stop",
        CustomParser = ReadInstant,
        HelpName = "TIME",
    };

    private readonly Option<bool> _web = new("--web")
    {
        Description = "show it on a wallboard as well, whose address is printed; it stays when the story is over, until Ctrl-C",
    };

    private readonly Option<string> _format = Options.Format();

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(_speed);
        verb.Add(_from);
        verb.Add(_to);
        verb.Add(_web);
        verb.Add(_format);
    }

    /// <summary>What was chosen.</summary>
    public ReplayChoices Read(ParseResult parsed) =>
        new(parsed.GetValue(_speed), parsed.GetValue(_from), parsed.GetValue(_to), parsed.GetRequiredValue(_format)) { HasWall = parsed.GetValue(_web) };

    private static double ReadSpeed(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is >= 1 and <= 1e9)
        {
            return speed;
        }

        result.AddError("--speed takes a number from 1 (real time) to 1000000000, such as 3600.");
        return DefaultSpeed;
    }

    private static Instant? ReadInstant(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var context = new TimeContext(Instant.FromUtc(2000, 1, 1, 0, 0), DateTimeZone.Utc, [], TimeTense.Any);
        if (TimePhrase.Read(text, context) is TimeReading.Understood understood)
        {
            return understood.Time.ToInstant();
        }

        result.AddError($"{result.Argument.Name} takes a date and time with its year, such as 1995-06-28T06:00Z.");
        return null;
    }
}

/// <summary>Options that several verbs share, worded once.</summary>
internal static class Options
{
    /// <summary>The SQLite file to use instead of the configured one.</summary>
    public static Option<string?> Database() => new("--database")
    {
        Description = "the SQLite file to work on; data/talksbot.db when nothing else is configured",
        HelpName = "PATH",
    };

    /// <summary>How posts are shown.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format")
        {
            Description = "cards for people, json for programs (one object a line)",
            DefaultValueFactory = _ => "cards",
        };
        format.AcceptOnlyFromAmong("cards", "json");
        return format;
    }
}
