"""查验台: is it genuine?"""
