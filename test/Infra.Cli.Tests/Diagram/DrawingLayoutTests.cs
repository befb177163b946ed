using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;
using Infra.Cli.Diagram.Layout.Slide;

namespace Infra.Cli.Tests.Diagram;

/// <summary>What holds for every drawing, whatever the stack: nothing lies over anything else, and all text is readable.</summary>
[TestFixtureSource(typeof(DrawingVariants), nameof(DrawingVariants.All))]
public sealed class DrawingLayoutTests(int zones, string egress)
{
    // What spans the zones lies over their frames by design.
    private static readonly string[] Spanning = ["public-guard", "load-balancer", "private-guard", "group", "interface-endpoints"];

    // GitHub's column for a README, at the most.
    private const double ShownWidth = 830;
    private const double LeastLegible = 11;

    // What a heading leaves of a slide of 1280 by 720, as presentations have it.
    private const double SlideWidth = 1180;
    private const double SlideHeight = 600;

    private IReadOnlyDictionary<string, Drawing> _drawings = null!;
    private IReadOnlyDictionary<string, Drawing> _onSlides = null!;
    private IReadOnlyDictionary<string, Drawing> _all = null!;

    [OneTimeSetUp]
    public async Task Draw()
    {
        var facts = await DrawingVariants.Of(zones, egress);
        var slides = Named("slide", SlideLayout.Of);
        var onSlides = slides.Concat(Named("operations", DrawingLayout.Operations))
            .Append(KeyValuePair.Create("before", BeforeLayout.Of(BeforeArchitecture.AsToldByTheAssignment)));
        _drawings = Named("request", DrawingLayout.Of).Concat(slides).ToDictionary();
        _onSlides = onSlides.ToDictionary();
        _all = _drawings.Concat(Named("both", DrawingLayout.Whole)).Concat(onSlides).DistinctBy(entry => entry.Key).ToDictionary();

        Dictionary<string, Drawing> Named(string name, Func<Architecture, Drawing> draw) =>
            facts.ToDictionary(entry => $"{name}, {entry.Key}", entry => draw(entry.Value));
    }

    [Test]
    public void Texts_Always_CanBeReadAtTheWidthOfAReadme() =>
        AssertNoneOf(_all.Where(entry => !entry.Key.StartsWith("slide", StringComparison.Ordinal)), drawing =>
            TooSmall(drawing, ShownWidth / drawing.Width));

    [Test]
    public void Texts_OfWhatPresentationsShow_CanBeReadOnASlide() => AssertNoneOf(_onSlides, drawing =>
        TooSmall(drawing, Math.Min(SlideWidth / drawing.Width, SlideHeight / drawing.Height)));

    [Test]
    public void BlocksOfAddresses_Always_AreWhole() => AssertNoneOfAll(drawing =>
        from box in drawing.Boxes
        where box.Kind is BoxKind.Vpc or BoxKind.PublicSubnet or BoxKind.PrivateSubnet
        from text in box.Texts
        where text.Content.EndsWith('…')
        select $"'{text.Content}' of {box.Name}");

    [Test]
    public void Lines_Always_KeepOffTheBordersOfZones() => AssertNone(drawing =>
        from line in drawing.Lines
        from stretch in Stretches(line)
        where stretch.Height > stretch.Width
        from border in BordersOfZones(drawing)
        where stretch.Y < border.Bottom && border.Y < stretch.Bottom && Math.Abs(stretch.X - border.X) < 3
        select $"the line from {line.From} to {line.To} runs along a zone's border");

    [Test]
    public void Badges_Always_KeepOffTheBordersOfZones() => AssertNone(drawing =>
        from badge in drawing.Badges
        from border in BordersOfZones(drawing)
        where Around(badge).Overlaps(new(border.X, border.Y, 1, border.Height))
        select $"{badge.Number} lies on a zone's border");

    [Test]
    public void Boxes_Always_StandInsideTheirParents() => AssertNoneOfAll(drawing =>
        from box in drawing.Boxes
        let outer = box.Parent is null ? new Rect(0, 0, drawing.Width, drawing.Height) : Find(drawing, box.Parent).Bounds
        where !outer.Contains(box.Bounds)
        select $"{box.Name} leaves {box.Parent ?? "the page"}");

    [Test]
    public void Boxes_Always_LieBesideEachOther() => AssertNoneOfAll(drawing =>
        from first in drawing.Boxes
        from second in drawing.Boxes
        where string.CompareOrdinal(first.Name, second.Name) < 0 && first.Bounds.Overlaps(second.Bounds)
        where !MayOverlap(drawing, first, second)
        select $"{first.Name} and {second.Name} overlap");

    [Test]
    public void SpanningBoxes_Always_LieWithinTheirSubnets() => AssertNone(drawing =>
        from box in drawing.Boxes
        where Spanning.Contains(box.Name)
        let kind = box.Name is "load-balancer" or "public-guard" ? BoxKind.PublicSubnet : BoxKind.PrivateSubnet
        let subnets = drawing.Boxes.Where(subnet => subnet.Kind == kind).Select(subnet => subnet.Bounds).ToList()
        let all = Rect.Between(subnets[0].X, subnets[0].Y, subnets[^1].Right, subnets[^1].Bottom)
        where subnets.Count != zones || !all.Contains(box.Bounds)
        select $"{box.Name} leaves its {subnets.Count} subnets");

    [Test]
    public void Texts_Always_FitTheirBoxes() => AssertNoneOfAll(drawing =>
        from box in drawing.Boxes
        from text in box.Texts
        where !box.Bounds.Contains(text.Bounds())
        select $"'{text.Content}' leaves {box.Name}");

    [Test]
    public void Texts_Always_LieUnderNothing() => AssertNoneOfAll(drawing =>
        from box in InOrderOfDrawing(drawing)
        from text in box.Texts
        from other in InOrderOfDrawing(drawing).SkipWhile(other => other != box).Skip(1)
        where other.Texts.Any(neighbour => neighbour.Bounds().Overlaps(text.Bounds()))
            || (other.Kind != BoxKind.Caption && other.Bounds.Overlaps(text.Bounds()))
        select $"'{text.Content}' of {box.Name} lies under {other.Name}");

    [Test]
    public void Lines_Always_RunFromBoxToBoxInRightAngles() => AssertNoneOfAll(drawing =>
        from line in drawing.Lines
        where line.From != line.To
        where !IsOnBorder(Find(drawing, line.From).Bounds, line.Points[0]) || !IsOnBorder(Find(drawing, line.To).Bounds, line.Points[^1])
            || Stretches(line).Any(stretch => stretch.Width > 0 && stretch.Height > 0)
        select $"the line from {line.From} to {line.To}");

    [Test]
    public void Lines_Always_CrossNoTextAndNoThing() => AssertNoneOfAll(drawing =>
        from line in drawing.Lines
        from box in drawing.Boxes
        from stretch in Stretches(line)
        where box.Texts.Any(text => text.Bounds().Overlaps(Widened(stretch, line)))
            || (!box.Kind.IsContainer() && box.Bounds.Overlaps(stretch))
        select $"the line from {line.From} to {line.To} crosses {box.Name}");

    [Test]
    public void Badges_Always_CountTheStepsOnTheWayAndInWords() => AssertNone(drawing =>
    {
        var steps = drawing.Boxes.Count(box => box.Name.StartsWith("step-", StringComparison.Ordinal));
        var expected = Enumerable.Range(1, steps).SelectMany(number => new[] { number, number });
        var texts = drawing.Boxes.SelectMany(box => box.Texts).ToList();
        var faults = drawing.Badges.Where(badge => texts.Exists(text => text.Bounds().Overlaps(Around(badge))))
            .Select(badge => $"{badge.Number} lies over text")
            .ToList();
        if (!drawing.Badges.Select(badge => badge.Number).Order().SequenceEqual(expected))
            faults.Add("the numbers are not each there twice");

        return faults;
    });

    [Test]
    public void Servers_Always_AreAsManyAsTheGroupMayHave() => AssertNone(drawing =>
    {
        var servers = drawing.Boxes.Count(box => box.Name.StartsWith("server-", StringComparison.Ordinal));
        var heading = string.Join(' ', Find(drawing, "group").Texts.Select(text => text.Content));
        return heading.Contains($"{servers} ×", StringComparison.Ordinal) ? [] : [$"{servers} servers under '{heading}'"];
    });

    private void AssertNone(Func<Drawing, IEnumerable<string>> faults) => AssertNoneOf(_drawings, faults);

    private void AssertNoneOfAll(Func<Drawing, IEnumerable<string>> faults) => AssertNoneOf(_all, faults);

    private static void AssertNoneOf(IEnumerable<KeyValuePair<string, Drawing>> drawings, Func<Drawing, IEnumerable<string>> faults) =>
        Assert.That(drawings.SelectMany(entry => faults(entry.Value).Select(fault => $"{entry.Key}: {fault}")), Is.Empty);

    private static IEnumerable<string> TooSmall(Drawing drawing, double scale) =>
        from box in drawing.Boxes
        from text in box.Texts
        let size = text.Style.Size() * scale
        where size < LeastLegible
        select $"'{text.Content}' is {size:0.0} pixels high";

    private static IEnumerable<Rect> BordersOfZones(Drawing drawing) =>
        from box in drawing.Boxes
        where IsZonal(box)
        from x in new[] { box.Bounds.X, box.Bounds.Right }
        select new Rect(x, box.Bounds.Y, 0, box.Bounds.Height);

    private static bool MayOverlap(Drawing drawing, Box first, Box second) =>
        IsAncestor(drawing, first, second) || IsAncestor(drawing, second, first)
        || (IsZonal(first) && Spans(drawing, second)) || (IsZonal(second) && Spans(drawing, first));

    private static bool IsZonal(Box box) => box.Kind is BoxKind.Zone or BoxKind.PublicSubnet or BoxKind.PrivateSubnet;

    private static bool Spans(Drawing drawing, Box box) =>
        Spanning.Contains(box.Name) || (box.Parent is { } parent && Spans(drawing, Find(drawing, parent)));

    private static bool IsAncestor(Drawing drawing, Box ancestor, Box box) =>
        box.Parent is { } parent && (parent == ancestor.Name || IsAncestor(drawing, ancestor, Find(drawing, parent)));

    // First the boxes that others stand in, then the rest; text alone covers nothing.
    private static IEnumerable<Box> InOrderOfDrawing(Drawing drawing) =>
        drawing.Boxes.Where(box => box.Kind.IsContainer()).Concat(drawing.Boxes.Where(box => !box.Kind.IsContainer()));

    private static Box Find(Drawing drawing, string name) => drawing.Boxes.Single(box => box.Name == name);

    private static bool IsOnBorder(Rect bounds, Point point) =>
        ((point.X == bounds.X || point.X == bounds.Right) && point.Y >= bounds.Y && point.Y <= bounds.Bottom)
        || ((point.Y == bounds.Y || point.Y == bounds.Bottom) && point.X >= bounds.X && point.X <= bounds.Right);

    private static IEnumerable<Rect> Stretches(Line line) => line.Points.Zip(line.Points.Skip(1), (from, to) => Rect.Between(
        Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Max(from.X, to.X), Math.Max(from.Y, to.Y)));

    private static Rect Widened(Rect stretch, Line line)
    {
        var half = line.Kind == LineKind.Request ? 2 : 1;
        return new(stretch.X - half, stretch.Y - half, stretch.Width + (2 * half), stretch.Height + (2 * half));
    }

    private static Rect Around(Badge badge) =>
        new(badge.Center.X - Badge.Radius, badge.Center.Y - Badge.Radius, 2 * Badge.Radius, 2 * Badge.Radius);
}
