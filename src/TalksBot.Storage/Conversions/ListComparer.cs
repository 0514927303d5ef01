using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TalksBot.Storage.Conversions;

/// <summary>Lists are replaced, never changed in place, so equal items in equal order mean unchanged.</summary>
internal sealed class ListComparer<T>() : ValueComparer<IReadOnlyList<T>>(
    (left, right) => left!.SequenceEqual(right!),
    list => list.Count,
    list => list)
    where T : notnull;
