namespace TalksBot.Core.Negotiations;

/// <summary>How one side words a sticking point.</summary>
/// <param name="Side">The party's code.</param>
/// <param name="Wording">Its words.</param>
public sealed record SideWording(string Side, string Wording);
