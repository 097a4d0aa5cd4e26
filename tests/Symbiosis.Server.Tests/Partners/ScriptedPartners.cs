using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Partners;
using Symbiosis.Domain.Validation;

namespace Symbiosis.Server.Tests.Partners;

/// <summary>Finds nobody, and remembers who asked about what.</summary>
internal sealed class ScriptedPartners
{
    private readonly ManualResetEventSlim _go = new(initialState: true);
    private int _count;

    /// <summary>How often parks were made ready.</summary>
    public int Count => Volatile.Read(ref _count);

    public PartnerViewer? Viewer { get; private set; }

    public PartnerQuestion? Question { get; private set; }

    public IReadOnlyList<Park> Parks { get; private set; } = [];

    /// <summary>What an answer says; null: nobody.</summary>
    public Validated<PartnerAnswer>? Answer { get; init; }

    /// <summary>Keeps parks half ready until <see cref="Go"/>.</summary>
    public ScriptedPartners Hold()
    {
        _go.Reset();
        return this;
    }

    public void Go() => _go.Set();

    public Func<PartnerQuestion, PartnerViewer, Validated<PartnerAnswer>> MakeReady(IReadOnlyList<Park> parks)
    {
        Interlocked.Increment(ref _count);
        Parks = parks;
        _go.Wait(TimeSpan.FromMinutes(1));
        return (question, viewer) =>
        {
            (Question, Viewer) = (question, viewer);
            return Answer ?? Validated<PartnerAnswer>.Create(new PartnerAnswer { Side = question.Side }, []);
        };
    }
}
