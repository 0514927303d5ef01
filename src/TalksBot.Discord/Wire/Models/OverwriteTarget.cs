namespace TalksBot.Discord.Wire.Models;

/// <summary>Whom a permission overwrite is about.</summary>
public enum OverwriteTarget
{
    Role = 0,
    Member = 1,
}
