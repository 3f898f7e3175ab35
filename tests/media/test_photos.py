"""Leila sends a photograph from her phone: what it shows is kept, where she stood is not."""

from io import BytesIO

import pytest
from PIL import Image, ImageStat

from selkoapp.media import workshop
from selkoapp.media.faults import NotAPhoto, Nothing, TooBig
from tests.media.pictures import SECRET, bomb, moving, photo

SHADES = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}


def seen(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content), formats=("JPEG",))
    picture.load()
    return picture


def dark_side(picture: Image.Image) -> str:
    """Which half of the picture is the dark one."""
    w, h = picture.size
    halves = {
        "left": (0, 0, w // 3, h),
        "right": (w - w // 3, 0, w, h),
        "top": (0, 0, w, h // 3),
        "bottom": (0, h - h // 3, w, h),
    }
    return min(halves, key=lambda side: ImageStat.Stat(picture.crop(halves[side]).convert("L")).mean[0])


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "MPO"])
def test_the_place_and_the_camera_are_gone(form):
    sent = photo(form)
    assert SECRET.encode() in sent and dict(Image.open(BytesIO(sent)).getexif().get_ifd(0x8825)), "else this proves nothing"
    made = workshop.photo(sent)
    picture = seen(made.content)
    assert (made.kind, made.width, made.height) == ("photo", *picture.size) == ("photo", 300, 400)
    assert not dict(picture.getexif()) and set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density",
                                                                 "progressive", "progression"}  # fmt: skip
    assert not any(mark in made.content for mark in (SECRET.encode(), b"Exif", b"http://ns.adobe.com", b"ICC_PROFILE"))


@pytest.mark.parametrize("orientation", SHADES)
def test_it_stands_upright_however_the_phone_was_held(orientation):
    assert dark_side(seen(workshop.photo(photo(orientation=orientation)).content)) == SHADES[orientation]


def test_a_large_one_is_made_smaller():
    made = workshop.photo(photo(width=4000, height=3000, orientation=1))
    assert (made.width, made.height) == (1600, 1200)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_pixel_becomes_colour(mode):
    picture = Image.new("L", (64, 48), 200).convert(mode) if mode != "I;16" else Image.new(mode, (64, 48), 200)
    written = BytesIO()
    picture.save(written, "PNG")
    assert seen(workshop.photo(written.getvalue()).content).mode == "RGB"


def test_printers_colours_too():
    assert seen(workshop.photo(photo(mode="CMYK")).content).mode == "RGB"


def test_where_one_sees_through_it_is_white():
    written = BytesIO()
    Image.new("RGBA", (64, 48), (0, 0, 0, 0)).save(written, "PNG")
    assert seen(workshop.photo(written.getvalue()).content).getpixel((30, 20)) == (255, 255, 255)


@pytest.mark.parametrize("form", ["WEBP", "PNG"])
def test_of_a_moving_picture_the_first_is_kept(form):
    assert seen(workshop.photo(moving(form)).content).size == (64, 48)


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        (b"", Nothing),
        (bomb(30_000), TooBig),
        (b"\xff\xd8\xff" + bytes(12_000_000), TooBig),
        (b"<svg/>", NotAPhoto),
        (photo("PNG", 8, 8), NotAPhoto),
        (photo()[:3000], NotAPhoto),
    ],
    ids=["nothing", "a bomb", "too many bytes", "a drawing", "a dot", "cut off"],
)
def test_what_is_no_photograph_is_refused_with_its_reason(sent, fault):
    with pytest.raises(fault):
        workshop.photo(sent)
