using System.Globalization;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>Compares ts strings as numbers: clients may leave decimals away.</summary>
internal static class Moments
{
    public static int Compare(string left, string right) => Read(left).CompareTo(Read(right));

    private static decimal Read(string ts) => decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new Refusal("invalid_ts_oldest");
}
