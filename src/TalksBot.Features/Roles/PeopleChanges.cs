using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Storage;

namespace TalksBot.Features.Roles;

/// <summary>Which accounts chiefs said are one person, and changes of that.</summary>
internal sealed class PeopleChanges(TalksDb db)
{
    /// <summary>As the database holds it now.</summary>
    public async Task<SamePeople> StandingAsync(CancellationToken token) =>
        new(await db.JoinedPeople.AsNoTracking().OrderBy(pair => pair.Id).ToListAsync(token));

    /// <summary>What joins exactly these two; null for nothing.</summary>
    public Task<JoinedPeople?> FindAsync(ChannelAddress one, ChannelAddress other, CancellationToken token) =>
        db.JoinedPeople.SingleOrDefaultAsync(pair => (pair.One == one && pair.Other == other) || (pair.One == other && pair.Other == one), token);

    /// <summary>They are one person from now on.</summary>
    public async Task JoinAsync(ChannelAddress one, ChannelAddress other, Stamp stamp, CancellationToken token)
    {
        db.JoinedPeople.Add(new JoinedPeople(one, other));
        db.Changes.Add(new Change(stamp, $"{one}", ChangeVerb.Joined, "", $"{other}"));
        await db.SaveChangesAsync(token);
    }

    /// <summary>They are two people from now on.</summary>
    public async Task PartAsync(JoinedPeople pair, Stamp stamp, CancellationToken token)
    {
        db.JoinedPeople.Remove(pair);
        db.Changes.Add(new Change(stamp, $"{pair.One}", ChangeVerb.Parted, $"{pair.Other}", ""));
        await db.SaveChangesAsync(token);
    }
}
