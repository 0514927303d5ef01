namespace TalksBot.Simulators.Slack.Web;

/// <summary>Slack's rate-limit tiers. slack.md §5.</summary>
internal enum Tier
{
    One,
    Two,
    Three,
    Four,
    Special,
    Post,
}
