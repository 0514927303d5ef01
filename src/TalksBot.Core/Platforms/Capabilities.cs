namespace TalksBot.Core.Platforms;

/// <summary>What a platform can do; posts are degraded by this and never by the platform's name.</summary>
/// <param name="CanEdit">A message may be changed after it was posted.</param>
/// <param name="CanDelete">A message may be taken back.</param>
/// <param name="CanPin">A message may be pinned in its channel.</param>
/// <param name="HasButtons">Buttons are shown and their presses come back.</param>
/// <param name="LongestText">The most characters one post may hold.</param>
/// <param name="Ahead">How many posts of one channel may be taken in hand at once: 1 where posting is paced by limits.</param>
/// <param name="ShowsPictures">Pictures are shown; the outbox then sends words first and lets their picture follow by an edit.</param>
public sealed record Capabilities(
    bool CanEdit, bool CanDelete, bool CanPin, bool HasButtons, int LongestText, int Ahead = 1, bool ShowsPictures = false);
