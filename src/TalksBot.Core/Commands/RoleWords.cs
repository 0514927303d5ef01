namespace TalksBot.Core.Commands;

/// <summary>The words for roles.</summary>
public static class RoleWords
{
    /// <summary>As in "needs the role editor".</summary>
    public static string Word(this Role role) => role.ToString().ToLowerInvariant();
}
